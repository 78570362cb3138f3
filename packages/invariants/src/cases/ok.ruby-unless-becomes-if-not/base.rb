class DownloadsController < ApplicationController
  def show
    raise ActiveRecord::RecordNotFound unless document.readable_by?(current_user)
    head(:gone) and return if document.deleted?

    send_data document.body, filename: document.name
  end

  private

  def document
    @document ||= Document.find(params[:id])
  end
end
