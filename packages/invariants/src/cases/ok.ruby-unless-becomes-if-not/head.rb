class DownloadsController < ApplicationController
  def show
    if !document.readable_by?(current_user)
      raise ActiveRecord::RecordNotFound
    end

    if document.deleted?
      head :gone
      return
    end

    send_data document.body, filename: document.name
  end

  private

  def document
    @document ||= Document.find(params[:id])
  end
end
