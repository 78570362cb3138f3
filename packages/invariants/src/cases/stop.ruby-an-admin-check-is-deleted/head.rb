class Admin::UsersController < ApplicationController
  before_action :load_user

  def destroy
    @user.sessions.delete_all
    @user.destroy!
    head :no_content
  end

  private

  def load_user
    @user = User.find(params[:id])
  end
end
